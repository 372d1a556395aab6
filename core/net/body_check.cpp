// SPDX-License-Identifier: MIT
#include "core/net/body_check.h"

#include "core/loop/errors.h"
#include "core/loop/wakeup.h"
#include "core/net/json_body.h"

#include <QThreadPool>

namespace loopscope {

CheckedBody checkBody(const QByteArray &body, const BodyReader &reader)
{
    CheckedBody checked;
    try {
        Result<QByteArray> json = compactJson(body);
        if (!json) {
            const Problem &problem = json.error();
            throw ValueError(QStringLiteral("the body is %1 (line %2, column %3)")
                                 .arg(message(problem), QString::number(problem.place->line),
                                      QString::number(problem.place->column)));
        }
        checked.json = *std::move(json);
        if (reader)
            checked.value = reader(checked.json);
    } catch (...) {
        checked.error = std::current_exception();
    }
    return checked;
}

std::shared_ptr<void> checkBodyIn(QThreadPool &pool, const std::shared_ptr<Wakeup> &home, QByteArray body,
                                  BodyReader reader, std::function<void(CheckedBody)> done)
{
    // `done` belongs to the owner alone, so that it dies on the owner's thread.
    const auto owner = std::make_shared<std::function<void(CheckedBody)>>(std::move(done));
    pool.start([home, body = std::move(body), reader = std::move(reader), weak = std::weak_ptr(owner)] {
        const auto checked = std::make_shared<CheckedBody>(checkBody(body, reader));
        home->post([weak, checked] {
            if (const auto alive = weak.lock())
                (*alive)(std::move(*checked));
        });
    });
    return owner;
}

} // namespace loopscope
